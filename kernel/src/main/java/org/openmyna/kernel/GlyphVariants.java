package org.openmyna.kernel;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Brings the ways of writing one character together, so that texts from two registers can be
 * compared (異体字): 髙 and 高, 邊 and 辺, 葛 with any variation selector, full and half width. For
 * comparing only: a name is what its holder writes.
 *
 * <p>The pairs are old and new forms (旧字体・新字体) after the jōyō table (常用漢字表, 2010), as far as names
 * and addresses have them, and the usual variants in family names; our choice, for no public source
 * says what counts as the same. Characters that merely look alike stay apart: 斎 and 斉.
 */
public final class GlyphVariants {
    /** A variant, then the form it is compared as. */
    private static final String OLD_AND_NEW =
            """
            澤沢 齋斎 齊斉 邊辺 邉辺 國国 圀国 廣広 濱浜 濵浜 櫻桜 嶋島 嶌島 眞真 惠恵 壽寿 龍竜 瀧滝 圓円 藏蔵 顯顕 實実 學学 會会
            條条 靜静 龜亀 鐵鉄 鹽塩 榮栄 營営 團団 圖図 寶宝 將将 專専 對対 帶帯 應応 懷懐 戰戦 擇択 據拠 擧挙 收収 數数 斷断 舊旧
            晝昼 曉暁 樂楽 樓楼 樣様 檢検 權権 歐欧 歡歓 殘残 氣気 淺浅 溪渓 滿満 澁渋 濟済 灣湾 爐炉 獨独 獻献 畫画 當当 發発 盡尽
            禮礼 稻稲 穗穂 竝並 絲糸 經経 縣県 總総 繪絵 續続 聰聡 聲声 膽胆 與与 萬万 莊荘 處処 號号 蟲虫 衞衛 覺覚 觀観 讓譲 豐豊
            辯弁 辨弁 瓣弁 遙遥 鄰隣 醫医 釋釈 錢銭 關関 隱隠 雙双 靈霊 驛駅 體体 鷄鶏 點点 黨党 齡齢 冨富 峯峰 嵜崎 舘館 曾曽 來来
            假仮 傳伝 價価 兒児 兩両 冲沖 凉涼 劍剣 勞労 勳勲 區区 卷巻 參参 嚴厳 單単 壯壮 壹壱 奧奥 孃嬢 寢寝 尙尚 屆届 屬属 嶽岳
            巖巌 廢廃 彈弾 從従 惡悪 慘惨 拔抜 攝摂 晉晋 棧桟 槇槙 檜桧 毆殴 沒没 淨浄 渕淵 渊淵 燒焼 狹狭 瑤瑶 疊畳 癡痴 眾衆 祕秘
            禪禅 籔薮 藪薮 纖繊 罐缶 臺台 舍舎 藝芸 藥薬 蘆芦 螢蛍 譽誉 讀読 變変 賣売 轉転 遞逓 邨村 鎭鎮 鑛鉱 陷陥 險険 雜雑 顏顔
            飮飲 餘余 騷騒 驗験 髓髄 鬪闘 鷗鴎 麥麦 麵麺 默黙 齒歯
            """;

    private static final Map<Integer, String> FORMS = forms();

    private GlyphVariants() {}

    /**
     * @return the text as it is to be compared: without blanks and variation selectors, each
     *     character in its usual form, Latin letters in capitals
     */
    public static String folded(String text) {
        var folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !CharacterRules.isVariationSelector(c) && !Character.isWhitespace(c))
                .forEach(c -> {
                    String form = FORMS.get(c);
                    if (form == null) {
                        folded.appendCodePoint(Character.toUpperCase(c));
                    } else {
                        folded.append(form);
                    }
                });
        return folded.toString();
    }

    /** These pairs, and those with which a certificate replaces what it cannot carry. */
    private static Map<Integer, String> forms() {
        Map<Integer, String> forms = new HashMap<>(SubstituteGlyphs.STANDARD);
        for (String pair : OLD_AND_NEW.strip().split("\\s+")) {
            int variant = pair.codePointAt(0);
            String form = pair.substring(Character.charCount(variant));
            forms.put(variant, form);
        }
        return Map.copyOf(forms);
    }
}
