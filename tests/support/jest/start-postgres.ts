import { startTestPostgres } from '../database/test-postgres'

/** Jest calls this once for each project that needs PostgreSQL; the first call starts the one they share. */
export default startTestPostgres
