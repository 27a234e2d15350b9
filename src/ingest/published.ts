const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?<fraction>[.,]\d+)?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>z|utc|gmt|[+-]\d\d:?\d\d|[+-]\d\d)?(?:\s*\(?[a-z]+\)?)?`
const AFTER = `(?:(?:,?\\s+(?:at\\s+)?|t)${CLOCK})?`
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?`
const MONTH = String.raw`(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`

/** `2016-11-03T10:05Z`, `2016/11/03 10:05`, `2016-11`, `20161103`; `3 November 2016, 10:05 pm`; `Thu, Nov 3, 2016`. */
const FORMS = [
  String.raw`(?<year>\d{4})[-/](?<month>\d\d)(?:[-/](?<day>\d\d)${AFTER})?`,
  String.raw`(?<year>\d{4})(?:(?<month>\d\d)(?<day>\d\d))?`,
  String.raw`${WEEKDAY}(?<day>\d{1,2})(?:st|nd|rd|th)?\s+${MONTH},?\s+(?<year>\d{4})${AFTER}`,
  String.raw`${WEEKDAY}${MONTH}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${AFTER}`,
].map((form) => new RegExp(`^${form}$`, 'i'))

const two = (value: string | number) => String(value).padStart(2, '0')

/**
 * When a report was published as ISO 8601, at the precision that the text gives and in its own time zone;
 * null for what is no date, and for forms that can be read two ways (`03/11/2016`).
 */
export const isoDate = (text: string): string | null => {
  const groups = FORMS.map((form) => form.exec(text.trim().replace(/\s+/g, ' '))?.groups).find((found) => found !== undefined)
  if (!groups) return null
  const { year, day, name } = groups
  const month = name ? two(MONTHS.indexOf(name.toLowerCase()) + 1) : groups.month
  if (month === undefined) return year!
  if (day === undefined) return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month}` : null
  const date = `${year}-${month}-${two(day)}`
  return isDay(date) ? date + clock(groups) : null
}

const isDay = (date: string): boolean => {
  const time = Date.parse(`${date}T00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

const clock = ({ hour, minute, second, fraction, half, zone }: Record<string, string | undefined>): string => {
  if (hour === undefined) return ''
  const hours = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour)
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return ''
  const seconds = second === undefined ? '' : `:${second}${fraction?.replace(',', '.') ?? ''}`
  return `T${two(hours)}:${minute}${seconds}${offset(zone)}`
}

const offset = (zone: string | undefined): string => {
  if (zone === undefined) return ''
  if (/[a-z]/i.test(zone)) return 'Z'
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}
