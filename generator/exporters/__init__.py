"""The content into files people work with outside the portal: Excel workbooks of honours."""
