import type { ReactNode } from 'react'

/** A browser's own dialog hears Back by itself. */
export const BackRoom = ({ children }: { readonly children: ReactNode }) => children
