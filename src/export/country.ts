import countries from 'i18n-iso-countries'
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }

countries.registerLocale(english)

/** English name of an ISO 3166-1 alpha-3 code; the code itself where there is none. */
export const countryName = (code: string | null): string | null => (code === null ? null : (countries.getName(code, 'en') ?? code))

/** ISO 3166-1 numeric code. */
export const countryNumber = (code: string | null): number | null => {
  const found = code === null ? undefined : countries.alpha3ToNumeric(code)
  return found === undefined ? null : Number(found)
}
