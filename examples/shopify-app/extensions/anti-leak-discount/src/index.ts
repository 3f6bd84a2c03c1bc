export { cartLinesDiscountsGenerateRun } from './grant-discount.js'
