import type { ReportFigures } from '../model/report.js';
import { languageOf, type ReportLanguage } from './language.js';
import type { ReportHead } from './page.js';

/** What a report says besides its figures, and in which language. */
export interface ReportOptions extends ReportHead {
  readonly language: ReportLanguage;
}

/**
 * The report on an archive: one HTML page that loads nothing, runs nothing, and is the same for the same figures and options.
 * The library that draws its charts is loaded with the first report.
 */
export async function toReport(figures: ReportFigures, { language, ...head }: ReportOptions): Promise<string> {
  const { toPage } = await import('./page.js');
  return toPage(figures, head, languageOf(language));
}
