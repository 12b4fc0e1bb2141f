"""Documents in which people save articles: mail, pages saved as MHTML, PDF, DOCX, ODT, tables, exports of press databases."""
