// As on passports: ICAO Doc 9303, part 3, section 6, tables A and B. Greek letters by ISO 843, one by one.
const LATIN = 'Ä AE|Å AA|Æ AE|Ð D|Đ D|Ħ H|ĸ Q|Ł L|Ŋ N|Ö OE|Ø OE|Œ OE|Þ TH|Ŧ T|Ü UE|ẞ SS|ß SS'
const CYRILLIC =
  'А A|Б B|В V|Г G|Ґ G|Ѓ G|Д D|Ђ D|Е E|Ё E|Є IE|Ж ZH|З Z|Ѕ DZ|И I|І I|Ї I|Й I|Ј J|К K|Ќ K|Л L|Љ LJ|М M|Н N|Њ NJ|' +
  'О O|П P|Р R|С S|Т T|Ћ C|У U|Ў U|Ф F|Х KH|Ц TS|Ч CH|Џ DZ|Ш SH|Щ SHCH|Ъ IE|Ы Y|Ь |Ѣ IE|Э E|Ю IU|Я IA'
const GREEK =
  'Α A|Β V|Γ G|Δ D|Ε E|Ζ Z|Η I|Θ TH|Ι I|Κ K|Λ L|Μ M|Ν N|Ξ X|Ο O|Π P|Ρ R|Σ S|Τ T|Υ Y|Φ F|Χ CH|Ψ PS|Ω O'

const LETTERS: ReadonlyMap<string, string> = new Map(
  [LATIN, CYRILLIC, GREEK]
    .join('|')
    .split('|')
    .map((row) => [row.charAt(0), row.slice(2)]),
)

// an ornate small letter is a plain one only when taken apart
const decompose = (letter: string): string =>
  Array.from(letter.normalize('NFKD').toUpperCase(), (part) => LETTERS.get(part) ?? part).join('')

/**
 * The text in ASCII capitals, Latin, Cyrillic and Greek letters as on passports (`ß` is `SS`, `Ü` is `UE`, `Ł` is `L`),
 * others without their marks. What has no ASCII form is left out. Never throws.
 */
export const toAscii = (text: string): string =>
  Array.from(
    text.normalize('NFC').toUpperCase().normalize('NFC'),
    (letter) => LETTERS.get(letter) ?? decompose(letter),
  )
    .join('')
    .replace(/[^ -~]/g, '')
