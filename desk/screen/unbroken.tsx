/**
 * What stays on one line: a date, a number with its counter, a telephone number, and the last two characters of a
 * paragraph with their closing punctuation. An old television cannot tell words, so lines break between clauses first,
 * as `word-break: keep-all` has it.
 */
const WHOLE =
  /(\d+月\d+日|\d[\d:.–\-/]*(?:[ \u00a0]?[\u4e00-\u9fff]{1,2}(?:[\u4e00-\u9fff]?[，。！？；）”’」》…]*$)?)?|[\u4e00-\u9fff]{2}[，。！？；）”’」》…]*$)/

/** Text of which no number is torn, and no character stands alone on the last line. */
export const Unbroken = ({ text }: { readonly text: string }) => (
  <>
    {unbrokenParts(text).map((part, index) =>
      index % 2 === 1 ? (
        <span key={index} className="unbroken">
          {part}
        </span>
      ) : (
        part
      ),
    )}
  </>
)

/** The text in parts; those at odd places stay on one line. */
export const unbrokenParts = (text: string): readonly string[] => text.split(new RegExp(WHOLE, 'g'))
