import { stopTestPostgres } from '../database/test-postgres'

export default stopTestPostgres
