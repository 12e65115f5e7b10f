/** Marks by which an address says that it shows another page, or another form, of a story: `…?page=2`, `…/slug/2`, `…/slug/print`, `…/slug/amp`. */
const MARKS: readonly (readonly [mark: RegExp, instead: string])[] = [
  [/([?&])(?:page|paged|pagenum|page_no|part)=\d{1,4}(?:&|$)/, '$1'],
  [/([?&])(?:print|amp|outputtype|output|view|tmpl|format)=(?:\w{0,12})(?:&|$)/, '$1'],
  [/(?<=[^/])\/(?:page\/)?\d{1,3}$/, ''],
  [/(?<=[^/])\/(?:print|amp)$/, ''],
  [/\/print\/(?=.)/, '/'],
];
const EMPTY_QUERY = /[?&]$/;

/** The addresses that the story may have whose print page or later page stands at this one; canonical, each with one mark taken off. */
export function storyAddresses(address: string): readonly string[] {
  const found = MARKS.map(([mark, instead]) => address.replace(mark, instead).replace(EMPTY_QUERY, ''));
  return [...new Set(found.filter((story) => story !== address))];
}

/** Marks of the form for telephones: `m.gazet.example/x`, `…/x/amp`, `…/x?amp=1`. */
const FORMS: readonly (readonly [mark: RegExp, instead: string])[] = [
  [/^(?:m|mobile|mob|wap|amp)\.(?=[^./]+\.)/, ''],
  [/(?<=[^/])\/amp(?=$|\?)/, ''],
  [/^([^/]+)\/(?:amp|m|mobile)(?=\/.)/, '$1'],
  [/([?&])(?:amp|outputtype|output|m)=(?:amp|1|yes|true)?(?:&|$)/, '$1'],
];

/** The address of the full page whose form for telephones stands at this one; null for an address without such a mark. */
export function fullAddress(address: string): string | null {
  const full = FORMS.reduce((found, [mark, instead]) => found.replace(mark, instead), address).replace(EMPTY_QUERY, '');
  return full === address ? null : full;
}
