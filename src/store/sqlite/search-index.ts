/**
 * Lets a transaction that inserts many articles index them in one go at its end: the index is written out before every statement that may
 * have to be undone, which costs as much as all else when it happens after each article. Outside such a transaction the mark is 0.
 */
export const DEFERRED_SEARCH = `
CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  is_deferred INTEGER NOT NULL
) STRICT;
INSERT INTO search_state (id, is_deferred) VALUES (1, 0);
DROP TRIGGER articles_ai;
CREATE TRIGGER articles_ai AFTER INSERT ON articles WHEN (SELECT is_deferred FROM search_state) = 0 BEGIN
  INSERT INTO articles_fts(rowid, headline, lead, body, search_extra)
  VALUES (new.id, new.headline, new.lead, new.body, new.search_extra);
END;
`;

/** Datasette and sqlite-utils find the index by the literal `content="articles"`. The triggers keep it right whoever writes. */
export const SEARCH = `
CREATE VIRTUAL TABLE articles_fts USING fts5(
  headline, lead, body, search_extra,
  content="articles", content_rowid="id", tokenize="unicode61 remove_diacritics 0"
);
CREATE TRIGGER articles_ai AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts(rowid, headline, lead, body, search_extra)
  VALUES (new.id, new.headline, new.lead, new.body, new.search_extra);
END;
CREATE TRIGGER articles_ad AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, headline, lead, body, search_extra)
  VALUES ('delete', old.id, old.headline, old.lead, old.body, old.search_extra);
END;
CREATE TRIGGER articles_au AFTER UPDATE OF id, headline, lead, body, search_extra ON articles
WHEN old.id IS NOT new.id OR old.headline IS NOT new.headline OR old.lead IS NOT new.lead
  OR old.body IS NOT new.body OR old.search_extra IS NOT new.search_extra
BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, headline, lead, body, search_extra)
  VALUES ('delete', old.id, old.headline, old.lead, old.body, old.search_extra);
  INSERT INTO articles_fts(rowid, headline, lead, body, search_extra)
  VALUES (new.id, new.headline, new.lead, new.body, new.search_extra);
END;
`;
