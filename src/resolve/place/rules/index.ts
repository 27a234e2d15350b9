import { border } from './border.js'
import { capital } from './capital.js'
import { demonym } from './demonym.js'
import { anaphor, scene } from './described.js'
import { embassy } from './embassy.js'
import { named } from './named.js'
import type { PlaceRule } from './rule.js'
import { unknown } from './unknown.js'

/** The rules in the order they are tried; the last always gives a value. */
export const RULES: readonly PlaceRule[] = [capital, border, embassy, named, unknown, anaphor, demonym, scene]
