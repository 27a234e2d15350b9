export { countedAfter } from './counted.js'
export { type FoundFigure, findFigures } from './find.js'
export { kindFromWords } from './kind.js'
export { readFigure } from './read.js'
