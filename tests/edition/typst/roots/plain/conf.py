project = "A Plain Book"
author = "Nobody"
root_doc = "start"
extensions = ["myst_nb", "edition.typst"]
print_basename = "plain"
numfig = True
nb_execution_mode = "off"
