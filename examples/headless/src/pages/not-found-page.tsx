import { Link } from '../router/link.js'

/** Every other path. */
export const NotFoundPage = () => (
  <section>
    <h1>Not found</h1>
    <p>
      This page is not there. <Link href="/">Back to the shop</Link>
    </p>
  </section>
)
