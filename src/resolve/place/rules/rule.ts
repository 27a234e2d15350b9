import type { PlaceValue } from '../../resolution.js'
import type { Known, ReadMention } from '../reading.js'

/** Gives a mention its value where the rule holds; null leaves it to the next. */
export type PlaceRule = (read: ReadMention, known: Known) => PlaceValue | null
