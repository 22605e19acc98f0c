import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readWords } from '../../repositories/news/articles'

export const words: Handler<'news.words'> = async (_input, { db }) => accept({ words: await readWords(db) })
