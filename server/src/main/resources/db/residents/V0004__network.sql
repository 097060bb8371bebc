-- What the resident network (住基ネット) keeps of people, and nothing else of the register (Resident Registry Act art. 30-6, 30-9).
-- All municipalities of this country share this database: the network's copy is a view, which is never behind and costs a notice nothing.
-- A network that is a body of its own would be told in the order of notice.id, which is that of their instants.

-- 本人確認情報, for emigrants 附票本人確認情報; by the code that a person has now.
CREATE VIEW network_identity AS
SELECT person.record_code AS code, version.person, version.valid_from, version.valid_to, version.standing,
       version.municipality, version.name, version.rest ->> 'formerSurname' AS former_surname,
       version.rest ->> 'alias' AS alias, version.birth, version.sex, version.address
  FROM person JOIN version ON version.person = person.id
 WHERE version.known_to = 'infinity';

-- 異動事由 and 異動年月日 of what changed it.
CREATE VIEW network_change AS
SELECT notice_person.person, notice.id, notice.kind, notice.effective_on
  FROM notice_person JOIN notice ON notice.id = notice_person.notice
 WHERE NOT notice_person.cancelled
   AND notice.kind IN ('Birth', 'Arrival', 'MoveIn', 'MoveOut', 'MoveWithin', 'NameChange', 'FormerSurnameChange',
                       'AliasChange', 'Emigration', 'Correction', 'Death', 'Deletion', 'RecordCodeChange');
