/** A text, or its forms by number as `Intl.PluralRules` names them. */
export type Text = string | PluralForms;

/** Languages lack some of the forms; every one has `other`. */
export interface PluralForms {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** The texts of one language by name. */
export type TextTable = Readonly<Record<string, Text>>;
