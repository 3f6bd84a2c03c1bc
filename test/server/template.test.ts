import { describe, expect, it } from 'vitest'
import { compileTemplate } from '../../src/server/index.js'
import { AMY } from './open-handler.js'

const ANNA = { ...AMY, firstName: 'Anna', lastName: 'Lindqvist', discount: '20OFF' }
const NOBODY = { id: 'x', base: 'x' }

describe('compileTemplate', () => {
  it.each([
    ['{FIRSTNAME}SAVE', 'ANNASAVE'],
    ['{FIRSTNAME}{DISCOUNT}', 'ANNA20OFF'],
    ['{FIRSTNAME}-{LASTNAME}_{DISCOUNT}', 'ANNA-LINDQVIST_20OFF'],
    ['{firstname}', 'ANNA'],
    ['{ FIRSTNAME }', 'ANNA'],
    ['Früh ling', 'FRUEHLING'],
    ['a--b..c', 'A-B.C'],
    ['-{FIRSTNAME}-', 'ANNA'],
    ['{FIRSTNAME}{FIRSTNAME}', 'ANNAANNA'],
    ['100% {', '100'],
    ['', ''],
  ])('fills in %s', (template, text) => {
    expect(compileTemplate(template)(ANNA)).toBe(text)
  })

  it.each([
    ['{FIRSTNAME}-{DISCOUNT}', ''],
    ['SAVE-{FIRSTNAME}-NOW', 'SAVE-NOW'],
    ['SAVE-{FIRSTNAME}', 'SAVE'],
    ['{FIRSTNAME}_SAVE', 'SAVE'],
    ['-_.', ''],
  ])('leaves no hole in %s where nothing is known', (template, text) => {
    expect(compileTemplate(template)(NOBODY)).toBe(text)
  })

  it.each([
    ['Zoë', 'ZOE'],
    ['Jürgen', 'JUERGEN'],
    ['Ju\u0308rgen', 'JUERGEN'],
    ['Ångström', 'AANGSTROEM'],
    ['Søren', 'SOEREN'],
    ['Łukasz', 'LUKASZ'],
    ['Strauß', 'STRAUSS'],
    ['STRAUẞ', 'STRAUSS'],
    ['Þór', 'THOR'],
    ['İpek Işıl', 'IPEKISIL'],
    ['Ñandú', 'NANDU'],
    ['Đorđe', 'DORDE'],
    ['Nguyễn', 'NGUYEN'],
    ['Œuvre ﬁx', 'OEUVREFIX'],
    ['Щербакова', 'SHCHERBAKOVA'],
    ['Юлия Ёлкина', 'IULIIAELKINA'],
    ['Йосип', 'IOSIP'],
    ['𝒜𝓃𝓃𝒶 𝛼', 'ANNAA'],
    ['Гоголь', 'GOGOL'],
    ['Θεοδώρα', 'THEODORA'],
    ['Ψυχή', 'PSYCHI'],
    ['Ａｎｎａ', 'ANNA'],
    ["Siobhán O'Brien", 'SIOBHANOBRIEN'],
    ['Anna-Lena', 'ANNA-LENA'],
    ['J. R.', 'J.R'],
    ['王芳', ''],
    ['😀', ''],
    ['\ud800', ''],
    ['a\u0000\u202eb', 'AB'],
  ])('writes the name %s as on a passport', (firstName, text) => {
    expect(compileTemplate('{FIRSTNAME}')({ ...NOBODY, firstName })).toBe(text)
  })

  it.each(['{EMAIL}', '{}', '{FRISTNAME}SAVE', '{__proto__}', '{constructor}'])(
    'says of %s what may stand in a template',
    (template) => {
      expect(() => compileTemplate(template)).toThrow(
        /^Expected a template to be text with \{FIRSTNAME\}, \{LASTNAME\}, \{DISCOUNT\}, got \{/,
      )
    },
  )
})
