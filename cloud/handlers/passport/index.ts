import type { AreaHandlers } from '../../app/handler'
import { show } from './show'

export const handlers: AreaHandlers<'passport'> = { 'passport.show': show }
