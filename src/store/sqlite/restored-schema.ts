/**
 * What `restore` leaves: the third version of the schema. `restored_texts` keeps the words of an article as its captures give
 * them while the article shows restored ones; `repairs.restored` marks what was restored, or is proposed, from the rest of the archive.
 */
export const RESTORED_TABLES = `
ALTER TABLE repairs ADD COLUMN restored INTEGER NOT NULL DEFAULT 0;
CREATE TABLE restored_texts (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  headline TEXT,
  lead TEXT,
  body TEXT NOT NULL
) STRICT;
`;
