import type { DiscountNoticeElement } from './define-discount-notice.js'

export { defineDiscountNotice } from './define-discount-notice.js'
export { DEFAULT_TEXTS } from './texts.js'
export type { DiscountNoticeElement } from './define-discount-notice.js'
export type { NoticeKeeper } from './find-keeper.js'
export type { NoticeText, NoticeTexts, NoticeValues, PluralForms, TextName } from './texts.js'
export type { Notice } from '../types.js'

declare global {
  interface HTMLElementTagNameMap {
    'discount-notice': DiscountNoticeElement
  }
}
