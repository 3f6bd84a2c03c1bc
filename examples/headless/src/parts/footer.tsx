/** Links that a creator would share; a plain load each, as a shopper arrives. */
export const Footer = () => (
  <footer className="footer">
    <p>
      A demo on a real Vendure: nothing is charged. Arrive by a creator’s link:{' '}
      <a href="/?discount=CREATOR20&ref=amy">CREATOR20</a>, <a href="/?discount=MIN100">MIN100</a>,{' '}
      <a href="/?discount=EXPIRED">EXPIRED</a>
    </p>
  </footer>
)
