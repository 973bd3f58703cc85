"""Words that tell what a capitalised name is: titles, organisation words, facility words, demonyms, first names."""

from __future__ import annotations

__all__ = [
    "ARMED_WORDS", "CONNECTORS", "DEMONYMS", "FACILITY_WORDS", "FIRST_NAMES", "NEVER", "ORG_WORDS", "PLACE_WORDS",
    "ROLE_HEADS", "THINGS", "TITLES",
]  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Sir Lord Lady Dame President Vice-President Prime Premier Chancellor "
    "Minister Senator Sen. Sen Rep. Rep Representative Congressman Congresswoman Governor Gov. Mayor King Queen Prince "
    "Princess Emir Sultan Sheikh Sheik Shaykh Imam Ayatollah Mullah Pope Cardinal Archbishop Bishop Rev. Reverend Father "
    "General Gen. Gen Lt. Lt Col. Col Colonel Maj. Major Capt. Captain Sgt. Sergeant Cpl. Corporal Pvt. Private Admiral "
    "Adm. Brigadier Brig. Commander Cmdr. Marshal Ambassador Secretary Spokesman Spokeswoman Spokesperson Judge Justice "
    "Attorney Chief Chairman Chairwoman Director Professor Inspector Detective Officer Deputy Foreign Defense Defence "
    "Interior Lieutenant Undersecretary Envoy Speaker Councilman Councillor Sheriff Rabbi Sayyid Syed Haji Commissioner "
    "Adviser Advisor Minister-designate Leader Coach Chief-of-Staff House White-House Justices CEO Former Then-President"
)
"""Words in front of a person's name that are a role, not the name."""
ROLE_HEADS = _words(
    "president vice-president premier chancellor minister secretary ambassador spokesman spokeswoman spokesperson general "
    "colonel commander governor mayor senator adviser advisor king prince emir chief chairman director judge envoy "
    "speaker leader marshal admiral brigadier captain major sheikh deputy undersecretary attorney commissioner"
)
ORG_WORDS = _words(
    "Inc Inc. Corp Corp. Co Co. Ltd Ltd. LLC PLC plc Group Company Companies Corporation Association Federation Union "
    "Ministry Department Office Bureau Agency Authority Administration Commission Committee Council Board Court Congress "
    "Parliament Senate House Assembly Party Front Movement Institute Institution University College School Foundation "
    "Fund Bank Centre Center Society League Organization Organisation Observatory Network Service Services News Times Post "
    "Journal Television TV Radio Press Police Embassy Directorate Secretariat Cabinet Conference Coalition Alliance "
    "Programme Program Club Team Airlines Airways Industries Partners Holdings Systems Trust Church Government Kremlin "
    "Pentagon Treasury Division Unit Laboratory Laboratories Consortium Campaign Initiative Nations Watch International "
    "Crescent Cross Exchange Securities Ventures Technologies Motors Oil Petroleum Media Herald Tribune Gazette Monitor "
    "Telegraph Guardian Magazine Review Studios Entertainment Records Interpol Security Intelligence Election Commissioners "
    "Mission Tribunal Delegation Parliamentarians Chamber Syndicate Academy Museum Railroad Railway Orchestra Band Theatre Theater Opera Brewery "
    "Restaurant Bar Grill Cafe Inn Insurance Capital Financial Energy Electric Steel Pictures Films Books Software Lottery Bloc "
    "Brotherhood Committees Authorities Governments Republics Associates Brothers Sons Command Councils Office-of Corps"
)
ARMED_WORDS = _words(
    "Army Brigade Brigades Battalion Battalions Regiment Division Forces Force Militia Militias Guard Guards Corps Command "
    "Navy Marines Squadron Fleet Units Mujahideen Jaysh Jaish Liwa Kataib Kata'ib Kataeb Saraya Faylaq Failaq Harakat "
    "Katibat Katiba Jabhat Ansar Fatemiyoun Commandos Rangers Legion Rebels Insurgents Resistance Janjaweed Gendarmerie"
)
FACILITY_WORDS = _words(
    "Airbase Airfield Airport Base Hospital Clinic Prison Jail Crossing Bridge Dam Port Harbour Harbor Camp Barracks "
    "Garrison Checkpoint Stadium Station Mosque Cathedral Synagogue Square Palace Tower Plant Refinery Terminal "
    "Factory Market Hotel Highway Road Street Avenue Tunnel Canal Embassy Compound Headquarters Building Hall Plaza "
    "airbase airfield airport crossing hospital prison garrison checkpoint"
)
PLACE_WORDS = _words(
    "Governorate Province District County State Region Oblast Krai Republic Territory Valley Mountain Mountains Mount "
    "River Lake Sea Ocean Gulf Bay Island Islands Peninsula Desert Plain Plateau Strip Heights Hills Strait Coast Cape Delta "
    "City Town Village Township Prefecture Basin Forest Creek Falls Beach Park Springs"
)
CONNECTORS = _words("of the for and de del della la le du des di da dos van von der den bin ibn al el ul ad-Din & at on")
NEVER = _words(
    "The A An I He She It We They You His Her Its Our Their My Your This That These Those There Here Who What When Where "
    "Why How Which While As At In On Of By For From To With Without Into Onto Over Under After Before Since Until Till During "
    "Between Among Against About Above Below Through Across Behind Beyond Despite Although Though Because If Unless Whether "
    "And But Or Nor So Yet Also Then Thus Hence However Moreover Furthermore Meanwhile Instead Still Even Only Just Now Once "
    "Some Many Most More Much Several Few All Any Each Every Both Either Neither None No Not Such Same Other Another One Two "
    "Three Four Five Six Seven Eight Nine Ten First Second Third Last Next New Old Yes Maybe Perhaps Today Yesterday Tomorrow "
    "Tonight Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Is Are Was Were Be Been Being Has Have Had Do Does Did Will Would Can Could Should "
    "May Might Must Shall Let According Asked Speaking Earlier Later Recently Currently Reports Officials Witnesses Sources "
    "Residents Police Meanwhile, Based Following Including Given Like Unlike Whatever Conveniently Notwithstanding Currently "
    "Any Related Another Reaction Photo Image Video Read Share Copyright Editor Editing Reporting Writing Updated Published "
    "Mostly Nearly Almost About Around At Least Up Down Out Off Again Ago Very Too Well Oops Such Case Just Consistent Either "
    "Its Mine Ours Theirs Himself Herself Itself Themselves Others Someone Anyone Everyone Nobody Nothing Something People "
    "Civilians Troops Soldiers Rebels Militants Fighters Activists Authorities Government State City Rather Further Due Along "
    "Am Pm AM PM EST EDT GMT UTC PDT PST OK US$ Mr Mrs Ms Dr Sir"
)
"""Words that no name consists of alone."""
_PEOPLES = """
Afghan Afghans African Africans Albanian Albanians Algerian Algerians American Americans Angolan Arab Arabs Argentine
Armenian Armenians Asian Asians Australian Australians Austrian Austrians Azerbaijani Azeri Bahraini Bangladeshi Belarusian
Belgian Belgians Bolivian Bosnian Bosnians Brazilian Brazilians Briton Britons British Bulgarian Burmese Burundian
Cambodian Cameroonian Canadian Canadians Chadian Chechen Chechens Chilean Chinese Colombian Colombians Congolese Croat
Croatian Cuban Cubans Cypriot Czech Czechs Dane Danish Dutch Egyptian Egyptians Emirati English Eritrean Estonian Ethiopian
Ethiopians European Europeans Filipino Filipinos Finn Finnish French Frenchman Georgian Georgians German Germans Ghanaian
Greek Greeks Haitian Hungarian Hungarians Icelandic Indian Indians Indonesian Iranian Iranians Iraqi Iraqis Irish Israeli
Israelis Italian Italians Ivorian Jamaican Japanese Jordanian Jordanians Kazakh Kenyan Kenyans Korean Koreans Kosovar Kurd
Kurds Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian Libyan Libyans Lithuanian Macedonian Malaysian Malian
Malians Maltese Mexican Mexicans Moldovan Mongolian Montenegrin Moroccan Moroccans Mozambican Namibian Nepali Nepalese
Nicaraguan Nigerian Nigerians Nigerien Norwegian Norwegians Omani Pakistani Pakistanis Palestinian Palestinians Panamanian
Paraguayan Peruvian Persian Philippine Pole Poles Polish Portuguese Qatari Romanian Romanians Russian Russians Rwandan
Rwandans Salvadoran Saudi Saudis Scot Scottish Senegalese Serb Serbs Serbian Sierra-Leonean Singaporean Slovak Slovene
Slovenian Somali Somalis South-African Soviet Soviets Spaniard Spanish Sudanese Swede Swedes Swedish Swiss Syrian Syrians
Taiwanese Tajik Tanzanian Thai Tibetan Tunisian Tunisians Turk Turks Turkish Turkmen Ugandan Ukrainian Ukrainians
Uruguayan Uzbek Venezuelan Venezuelans Vietnamese Welsh Yazidi Yazidis Yemeni Yemenis Zambian Zimbabwean Alawite Alawites
Sunni Sunnis Shia Shiite Shiites Shi'ite Shi'a Muslim Muslims Islamic Islamist Islamists Christian Christians Jew Jews
Jewish Druze Catholic Catholics Orthodox Hindu Hindus Buddhist Buddhists Nazi Nazis Communist Democrat Democrats Democratic
Republican Republicans Western Eastern Northern Southern Central Latino Hispanic Arabic Tuareg Fulani Rohingya Houthi
Texan Californian Londoner Parisian Zionist Bedouin Circassian Baathist Trumpian Hitler-like Marxist Salafi Salafist
"""
DEMONYMS = _words(_PEOPLES)
THINGS = _words(
    "War Wars Battle Siege Campaign Cup Trophy Award Awards Prize Medal Games Olympics Olympic Series Act Bill Treaty Accord "
    "Accords Agreement Convention Protocol Resolution Plan Pact Deal Constitution Amendment Law Code Report Review Day Night Week "
    "Year Era Age Ages Century Single Album Song Show Movie Film Book Novel Video Name Title Best Good Great Big Bible Quran Koran "
    "Internet Web Email E-mail Article Section Chapter Page Number No Part Volume Phase Stage Group A Version Edition Summit "
    "Conference Election Elections Revolution Uprising Spring Crisis Holocaust Genocide Massacre Hurricane Cyclone Typhoon "
    "Earthquake Storm Operation Exercise Project Programme Policy Initiative Declaration Charter Memorandum Constituency Scheme "
    "Service Services Sunday Monday Tuesday Wednesday Thursday Friday Saturday Christmas Easter Ramadan Eid Christianity Islam "
    "God Allah Lord Jesus Christ Prophet Christians Muslims Jews Windows Linux Explorer Phone Smart Online Music Rock Pop Jazz "
    "Football Baseball Basketball Hockey Soccer Cricket Rugby League Championship Championships Tournament Match Race Bowl Final "
    "Finals Season Style Design Process System Systems Theory Model Method Bird Fish Tree Flower Virus Flu Fever Disease Syndrome "
    "Crime Crimes Affair Scandal Incident Attack Attacks Bombing Strike Strikes Raid Ceasefire Truce Talks Question Questions Answer "
    "Note Notes Total Free Full Special Only Happy Merry Dear Thanks Thank Hello Welcome Please Sincerely Regards Subject Order Sale "
    "Price Prices Terms Privacy Contact Copyright Rights Reserved Photo Photos Image Source Sources Date Time Tel Fax Phone"
)
"""Words of capitalised names that are neither persons nor bodies nor places: wars, prizes, laws, works, feasts."""
FIRST_NAMES = _words(
    "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald "
    "Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric "
    "Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry "
    "Tyler Aaron Jose Adam Henry Nathan Douglas Zachary Peter Kyle Walter Ethan Jeremy Harold Keith Christian Roger Noah "
    "Gerald Carl Terry Sean Austin Arthur Lawrence Jesse Dylan Bryan Joe Jordan Billy Bruce Albert Willie Gabriel Logan Alan "
    "Juan Wayne Roy Ralph Randy Eugene Vincent Russell Elijah Louis Bobby Philip Johnny Tom Bill Jim Bob Mike Steve Dan Tim "
    "Ben Sam Chris Matt Jeff Greg Ken Ron Don Ted Ned Rex Ray Lee Max Leo Luke Simon Martin Graham Neil Nigel Colin Ian "
    "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley "
    "Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy Kathleen "
    "Angela Shirley Emma Brenda Pamela Nicole Anna Samantha Katherine Christine Debra Rachel Carolyn Janet Maria Olivia "
    "Heather Helen Catherine Diane Julie Victoria Joyce Lauren Kelly Christina Ruth Joan Virginia Judith Evelyn Hannah Andrea "
    "Megan Cheryl Jacqueline Madison Teresa Abigail Sophia Martha Sara Gloria Janice Kathryn Ann Isabella Judy Charlotte Julia "
    "Grace Amber Alice Jean Denise Frances Danielle Marilyn Natalie Beverly Diana Brittany Theresa Kayla Alexis Doris Lori "
    "Tiffany Kate Jane Nikki Hillary Condoleezza Claire Anne Marie Sophie Lucy Ellen Fiona "
    "Mohammed Muhammad Mohamed Mohammad Ahmed Ahmad Ali Hassan Hussein Husain Hussain Omar Umar Othman Abdullah Abdallah "
    "Abdul Abdel Abdelrahman Abdulrahman Ibrahim Ismail Yusuf Youssef Yousef Khalid Khaled Mahmoud Mahmud Mustafa Mostafa "
    "Saad Said Saeed Salah Saleh Salim Salem Samir Sami Tariq Tarek Walid Waleed Yasser Yasir Zaid Zayd Bashar Hafez Maher "
    "Rami Riyad Faisal Faysal Fahd Hamad Hamid Hamza Haidar Hadi Jamal Gamal Karim Kareem Majid Mansour Nabil Nasser Nouri "
    "Qasem Qassem Rashid Rafik Rafiq Saddam Sadiq Sharif Taha Wael Ziad Ismael Yahya Bahram Hossein Reza Mahdi Mehdi Javad "
    "Ayman Anwar Adel Bilal Fadi Farouk Fuad Ghassan Haitham Imad Issa Izzat Jihad Mazen Marwan Moussa Musa Munir Murad Nidal "
    "Fatima Aisha Khadija Maryam Mariam Zainab Zaynab Layla Leila Noor Nour Huda Hanan Rania Samira Amina Salma Yasmin "
    "Vladimir Dmitry Dmitri Sergey Sergei Alexei Aleksei Andrei Andrey Mikhail Nikolai Nikolay Ivan Igor Oleg Boris Yuri Yury "
    "Viktor Volodymyr Petro Oleksandr Oleksiy Mykola Mykhailo Andriy Serhiy Yevgeny Evgeny Gennady Konstantin Maxim Maksim "
    "Pavel Roman Ruslan Ramzan Valery Vitaly Vladislav Vyacheslav Olga Natalia Tatiana Irina Svetlana Elena Yulia Maria "
    "Recep Tayyip Mevlut Hulusi Abdulfattah Mehmet Mustafa Kemal Ahmet Bulent Hakan Benjamin Binyamin Yitzhak Ariel Ehud "
    "Avigdor Shimon Moshe Yoav Naftali Yair Benny Itamar Bezalel Tzipi Golda Ismail Yahya Mahmoud Xi Li Wang Zhang Liu Chen "
    "Kim Park Nguyen Tran Shinzo Junichiro Fumio Narendra Imran Nawaz Benazir Pervez Asif Rahul Sonia Rajiv Aung Min Jose "
    "Luis Carlos Jorge Miguel Pedro Fernando Francisco Antonio Manuel Rafael Hugo Nicolas Evo Emmanuel Francois Nicolas Jean "
    "Pierre Jacques Michel Marine Angela Gerhard Helmut Olaf Frank Friedrich Klaus Hans Wolfgang Heinrich Silvio Matteo "
    "Giuseppe Mario Giorgia Kofi Ban Antonio Boutros Nelson Jacob Cyril Robert Emmerson Yoweri Paul Felix Joseph Laurent "
    "Juvenal Uhuru William Raila Mwai Barack Michelle Hillary Joe Kamala Ronald Jimmy Lyndon Dwight Franklin Theodore Idriss "
    "Stan Hayley Carter Vince Phillip Phil Renee Rod Chuck Hank Cory Cody Trevor Derek Derrick Craig Curtis Glenn Dean Dale Neal "
    "Barry Leonard Norman Marvin Vernon Stanley Clarence Ernest Alfred Howard Fred Frederick Francis Harry Oscar Ralph Rob Ricky "
    "Shane Shawn Stuart Todd Travis Troy Victor Wesley Clifford Clinton Dwayne Edwin Gordon Harvey Herbert Herman Jay Jon Karl Kurt "
    "Lloyd Marcus Mario Melvin Milton Mitchell Morris Nathaniel Perry Ross Sidney Theodore Allan Allen Alex Andy Arnold Brad Brent "
    "Brett Chad Claude Clyde Corey Duane Earl Eddie Felix Floyd Gilbert Glen Guy Isaac Ivan Jared Jimmie Johnnie Lewis Lester Leroy "
    "Lynn Penny Holly Tina Tracy Wendy Tammy Sally Sheila Stacy Sherry Rosa Robin Rita Regina Norma Monica Melanie Loretta Lillian "
    "Leslie Lena Kristin Katie Josephine Joann Jo Jill Jenny Irene Ida Hazel Gladys Geraldine Gail Florence Erin Erica Elsie Elaine "
    "Eileen Edna Edith Dolores Dawn Dana Crystal Connie Colleen Carrie Bonnie Bertha Bernice April Annie Anita Allison Agnes "
    "Abdel-Fattah Abdelfattah Abdel-Rahman Hosni Muammar Zine Mullah Hamid Ashraf Abdul-Malik Abdrabbuh Nicolás José Fidel"
)
