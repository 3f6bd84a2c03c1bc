import { register } from '@shopify/web-pixels-extension'
import { attributionPixel } from './attribution-pixel.js'

register(attributionPixel)
