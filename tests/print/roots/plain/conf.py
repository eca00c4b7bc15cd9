project = "A Plain Book"
author = "Nobody"
root_doc = "start"
extensions = ["myst_nb", "edition.print"]
print_basename = "plain"
numfig = True
nb_execution_mode = "off"
