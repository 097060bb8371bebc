CREATE TABEL mistake (試験用 text);
