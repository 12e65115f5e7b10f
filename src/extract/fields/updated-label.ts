/** Labels of the day of a change, in the languages of papers. */
export const UPDATED =
  /updat|modified|edited|aktualis|aktualiz|mis à jour|modifié|actualizad|modificad|aggiornat|atualizad|uppdater|oppdatert|opdater|bijgewerkt|gewijzigd|geändert|bearbeitet|päivitet|güncel|обновл|изменен|оновлен|жаңартыл|өзгертіл|жаңылан|yangilan|更新|수정|آخر تحديث|(?<!\p{L})(?:stand|maj)\s*:/iu;
