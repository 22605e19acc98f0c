/**
 * Characters that nobody sees: of no width, turning the order of what stands beside them, fillers that are drawn as
 * nothing, variants of the character before. They come along when text is copied, and make a name that is read right be
 * found nowhere. The joiner inside emoji goes too: its parts stay; that an emoji is drawn in colours is seen.
 */
const INVISIBLE =
  /([\u203c-\u3299\u{1f000}-\u{1faff}]\ufe0f|\ufe0f(?=\u20e3))|[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu

/** The text as it is seen. The one treatment for the data pack, forms and the API. */
export const withoutInvisible = (text: string): string =>
  text.replace(INVISIBLE, (_, seen: string | undefined) => seen ?? '')
