/**
 * Characters that nobody sees: of no width, or turning the order of what stands beside them. They come along when
 * text is copied, and make a name that is read right be found nowhere. The joiner inside emoji goes too: its parts stay.
 */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** The text as it is seen. The one treatment for the data pack, forms and the API. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '')
