import type { ReactNode } from 'react'

/** WeChat's first picture is what was seen last; drawing another one before would be sent twice. */
export const firstPicture = (): ReactNode => undefined
