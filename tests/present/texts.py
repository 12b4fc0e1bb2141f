"""What three invented outlets write of an invented accident."""

AGENCY = """\
A car ferry ran aground in Kettle Sound on Monday night and at least 6 passengers are missing, the coastguard said.
“The lights went and then we were on our side,” said Petra Vance, a lorry driver who swam ashore.
The coastguard said it believed the steering had failed. The report could not be verified.
About 210 people were on board, including 30 schoolchildren.
“We will search until the tide turns,” said Captain Aldo Brink. “After that,” he added, “it is a matter of luck.”
"""
REPRINT = """\
A car ferry ran aground in Kettle Sound on Monday night and 6 passengers are missing.
“The lights went and then we were on our side,” a rescuer said.
The steering failed.
About 210 people were on board, including 30 schoolchildren.
"""
LOCAL = """\
Nine passengers of the Kettle Sound ferry are missing, the shipping line said on Tuesday.
Petra Vance told us: “The lights went out, and then the whole deck was on its side.”
The shipping line denied that the steering had failed.
"""
