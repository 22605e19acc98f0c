import type { ReactNode } from 'react'
import { StreetFacade } from './home-hero'

/** What stands while the first answer is on its way: nothing larger comes after it. */
export const firstPicture = (): ReactNode => <StreetFacade />
