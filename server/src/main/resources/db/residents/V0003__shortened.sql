-- What the last day was before a move-out shortened the term: a cancellation of the move-out gives it back.
ALTER TABLE deadline ADD COLUMN shortened_from date;
