import { woocommerce } from './platforms/woocommerce.js'
import { startScript } from './start-script.js'

startScript({ platforms: new Map([['woocommerce', woocommerce]]), found: () => 'woocommerce' })
