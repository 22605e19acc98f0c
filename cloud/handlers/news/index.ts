import type { AreaHandlers } from '../../app/handler'
import { file } from './file'
import { list } from './list'
import { show } from './show'
import { words } from './words'

export const handlers: AreaHandlers<'news'> = {
  'news.list': list,
  'news.show': show,
  'news.words': words,
  'news.file': file,
}
