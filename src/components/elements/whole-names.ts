import { createContext } from 'react'

/** Names of places that no line breaks: the segmenter of a browser does not know them. */
export const WholeNames = createContext<readonly string[]>([])
