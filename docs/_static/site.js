// Code and tables that are wider than the page can be scrolled by the keyboard too (WCAG 2.2, 2.1.1).
(() => {
  const look = () => {
    for (const one of document.querySelectorAll('article pre, article .table-wrapper')) {
      if (one.scrollWidth > one.clientWidth) {
        one.tabIndex = 0;
      } else {
        one.removeAttribute('tabindex');
      }
    }
  };
  window.addEventListener('resize', look);
  window.addEventListener('load', look);
  document.addEventListener('DOMContentLoaded', look);
})();
