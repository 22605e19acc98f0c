/** A sheet that comes with the library; it exports nothing. */
declare module 'leaflet/dist/leaflet.css'
