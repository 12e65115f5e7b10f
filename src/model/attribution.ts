/** Part a body plays for a story: taken from, passed on by, credited for a picture, written by. */
export type AttributionRole = 'origin' | 'relay' | 'photo' | 'byline';

/** A source that a story names. */
export interface Attribution {
  /** As printed, in the nominative, without quotes. */
  readonly name: string;
  /** One name for each known body (ҚазАқпарат = Kazinform = Казинформ); else `name`. */
  readonly canonicalName: string;
  readonly role: AttributionRole;
  /** The words that say so. */
  readonly phrase: string;
  /** Name of the grammar rule. */
  readonly rule: string;
}
