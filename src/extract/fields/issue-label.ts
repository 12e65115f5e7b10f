/** What the title of a print issue says. */
export interface IssueLabel {
  /** Number within the year; null where only the serial is printed. */
  readonly number: number | null;
  readonly numberEnd: number | null;
  /** Number counted since the first issue of the paper. */
  readonly serial: number | null;
  readonly serialEnd: number | null;
  /** Day of the month where the label ends in one («№24 (8735) 23»). */
  readonly day: number | null;
  /** ISO 8601 day where the label names all of it. */
  readonly datePublished: string | null;
  /** Whether the label was cut: it holds less than number, serial and day. */
  readonly cut: boolean;
}

const SIMPLE = /^№\s?(\d{1,4})(?:-(\d{1,4}))?(?: \((\d{1,6})\))?(?: (\d{1,2}))?$/;

/** Reads the title of a print issue; null where the text is no such title. */
export function readIssueLabel(text: string): IssueLabel | null {
  const match = SIMPLE.exec(text.trim());
  if (match === null) return null;
  const [number, numberEnd, serial, day] = match.slice(1).map((value) => (value === undefined ? null : Number(value)));
  return {
    number: number ?? null,
    numberEnd: numberEnd ?? null,
    serial: serial ?? null,
    serialEnd: null,
    day: day ?? null,
    datePublished: null,
    cut: day === null,
  };
}
