import { toYaml, type YamlValue } from './yaml.js';

interface TableNotes {
  readonly description: string;
  /** What names a row where another table points at it. */
  readonly label?: string;
  readonly facets?: readonly string[];
  readonly sortDesc?: string;
  readonly columns?: Readonly<Record<string, string>>;
}

/** What a visitor is told of the tables and columns. */
export const datasetteTables: Readonly<Record<string, TableNotes>> = {
  articles: {
    description: 'One row a story, as all captures of it together show it.',
    label: 'headline',
    facets: ['site_id', 'section', 'language'],
    sortDesc: 'published_on',
    columns: {
      key: 'What names the story within its site: its own id, else its address, else headline and day',
      published_on: 'Day of publication; empty where it is not certain',
      date_text: 'The date as printed',
      views: 'Latest reading of the counter',
      version_count: 'Texts the story has had, the present one included',
      search_extra: 'Words as people type them without Kazakh letters, for the search',
    },
  },
  article_versions: { description: 'Texts that stories had before.', label: 'headline' },
  captures: {
    description: 'Pages as they were fetched at one time.',
    label: 'url',
    facets: ['site_id', 'kind', 'charset'],
    sortDesc: 'captured_at',
    columns: {
      captured_at: 'Exact moment, or the day that the page proves',
      captured_at_basis: 'What showed it',
      captured_from: 'Bounds of the day where it is not known exactly',
      content_sha256: 'SHA-256 of the page',
    },
  },
  capture_locations: { description: 'Where in which dump a capture lies.' },
  sources: { description: 'Dumps that were read.', label: 'path', facets: ['format', 'state'] },
  sites: { description: 'Newspapers.', label: 'host' },
  issues: {
    description: 'Print issues that pages name. They are the inventory of the paper, not the issue of an article.',
    label: 'label',
    facets: ['site_id', 'year', 'status', 'inferred'],
    sortDesc: 'published_on',
    columns: { inferred: '1 where a value was deduced from neighbours' },
  },
  attributions: {
    description: 'Bodies that stories name: whom the text comes from, who passed it on, who took the picture.',
    label: 'canonical_name',
    facets: ['role', 'canonical_name'],
    columns: { phrase: 'The words that say so', rule: 'The rule that read them' },
  },
  comments: { description: 'Comments of readers.', sortDesc: 'posted_on' },
  repairs: {
    description: 'Damaged text: what stood there, what stands there now, by which method.',
    facets: ['method', 'applied', 'field'],
    columns: {
      before: 'What stood there',
      after: 'What stands there now; empty where nobody can mend it',
      lossy: '1 where bytes were lost and the words were found by evidence',
      applied: '0 for a proposal',
    },
  },
  evidence: { description: 'The rule that found each value.', facets: ['field', 'layer', 'rule'] },
  rejects: { description: 'Records that could not be read, and why.', facets: ['code', 'stage'] },
  imports: { description: 'What was imported when.', label: 'started_at', sortDesc: 'id' },
};

/** What archivists ask. */
export const datasetteQueries: Readonly<Record<string, { readonly title: string; readonly sql: string }>> = {
  missing_issues_by_year: {
    title: 'Issues missing between known ones',
    sql: "select site, year, count(*) as missing, group_concat(number, ', ') as numbers\nfrom missing_issues group by site, year order by site, year",
  },
  articles_each_month: {
    title: 'Articles by newspaper and month',
    sql: 'select site, month, articles\nfrom articles_by_month order by month desc, site',
  },
  most_relayed_sources: {
    title: 'From whom most articles are taken',
    sql: 'select name, articles, origin, relay, photo\nfrom source_names limit 100',
  },
  still_damaged: {
    title: 'Articles in which damaged text still stands',
    sql: `select articles.id, articles.published_on, articles.headline, repairs.field, repairs.before, repairs.after as proposed
from repairs join articles on articles.id = repairs.article_id
where applied = 0 and (instr(articles.body, repairs.before) or instr(coalesce(articles.headline, ''), repairs.before))
order by articles.published_on desc`,
  },
  views_over_time: {
    title: 'Readings of one article',
    sql: 'select captured_at, views, comment_count\nfrom readings where article = cast(:article as integer) order by captured_at',
  },
  provenance: {
    title: 'Captures and dumps of one article',
    sql: `select captures.captured_at, captured_from, captured_to, captures.url, content_sha256, path, locator
from captures join capture_locations on capture_id = captures.id join sources on sources.id = source_id
where article_id = cast(:article as integer) order by captured_at`,
  },
};

/** A configuration by which Datasette shows an archive with labels, facets, descriptions and queries. `database` is its file's name without `.db`. */
export function toDatasetteYaml(database: string): string {
  return toYaml({
    title: 'Newspaper archive',
    description:
      'Articles, issues and readings of newspaper pages, made with Muragat. Every repair is kept with what stood before.',
    databases: {
      [database]: {
        tables: Object.fromEntries(Object.entries(datasetteTables).map(([name, notes]) => [name, notesOf(notes)])),
        queries: Object.fromEntries(Object.entries(datasetteQueries).map(([name, query]) => [name, { ...query }])),
      },
    },
  });
}

function notesOf({ description, label, facets, sortDesc, columns }: TableNotes): YamlValue {
  return {
    description,
    ...(label === undefined ? {} : { label_column: label }),
    ...(facets === undefined ? {} : { facets }),
    ...(sortDesc === undefined ? {} : { sort_desc: sortDesc }),
    ...(columns === undefined ? {} : { columns }),
  };
}
