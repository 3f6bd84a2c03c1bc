import { defineDiscountNotice } from './define-discount-notice.js'

defineDiscountNotice()
