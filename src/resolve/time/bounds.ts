import { dayNumber } from './calendar.js'
import { lastDay, type Moment } from './moment.js'

/** The one that starts first; null is an open start. */
export const earliest = (a: Moment | null, b: Moment | null): Moment | null => (a === null || b === null ? null : dayNumber(b) < dayNumber(a) ? b : a)

/** The one that ends last; null is an open end. */
export const latest = (a: Moment | null, b: Moment | null): Moment | null =>
  a === null || b === null ? null : dayNumber(lastDay(b)) > dayNumber(lastDay(a)) ? b : a
