export { readFigure } from './read.js'
