"""What no gene's symbol is, and what a short form that means a gene product stands for."""

from __future__ import annotations

import re

NO_SYMBOL = re.compile(
    r"^(?:CA[123]|IC\d+|EC\d+|CO2|H2O2|O2|NO2|SO2|PM\d+|COVID\d*|SARS\w*|BALB\w*|C57\w*|P\d+|D\d+|"
    r"T\d+|L\d+|G\d|S\d+|Fig\d+|Day\d+|Table\d+|CCK8|PKH\d+|GW\d+|LY\d+|USA\d*"
    r"|Grade\d|Type\d|Phase\d|Group\d|Step\d|CD\d+|MOG\d+|TNBS|PBS|DMSO|ELISA|FBS|PCR|MSC|"
    r"EVS?|TUNEL|GFP|OGD|LPS|RNA|DNA|MRI|VAS|OVX)$",
    re.I,
)
GENE_PRODUCT = re.compile(
    r"protein|kinase|receptor|factor|ligase|phosphatase|gene|ligand|enzyme|channel|"
    r"transporter|interleukin|homolog|synthase|cyclin|domain|family|member|antigen|integrin|"
    r"adhesion",
    re.I,
)
