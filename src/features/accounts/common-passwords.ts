/**
 * What people choose most, in lower case, in two kinds: whole passwords of ten characters or more, and words that are
 * used with digits or signs around them.
 */
const whole = `
  0000000000 0102030405 01020304050 0123456789 01234567890 0987654321 09876543210 1010101010 1020304050 10203040506
  1029384756 1111111111 11111111111 111111111111 1111122222 1112223334 1122334455 112233445566 1212121212 121212121212
  1231231231 123123123123 1232123212 1234123412 123412341234 1234512345 1234554321 123456123456 1234565432 1234567654
  1234567890 12345678900 12345678901 123456789012 12345678910 1234567891011 123456789123 1234567898765 123456789987
  12345qwert 123abc456def 123qwe123qwe 123qweasdzxc 12qwaszx12 1357924680 1472583690 1593572846 159753456852
  1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz1qaz1qaz 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw2345 1qazxsw23edc
  2020202020 2222222222 2468101214 3141592653 31415926535 3333333333 4444444444 5432154321 5555544444 5555555555
  6543211234 6666666666 7418529630 7539518520 7777777777 7894561230 8888888888 9638527410 9876543210 98765432100
  987654321000 9999999999 a123456789 a1b2c3d4e5 a1b2c3d4e5f6 a1s2d3f4g5 aa12345678 aa123456789 aaaaaaaaaa aaaaaaaaaaaa
  aaaaabbbbb abc123abc123 abcabcabcabc abcd1234abcd abcdabcdabcd abcde12345 abcdeabcde abcdefg123 abcdefghij
  abcdefghijk abcdefghijkl abcdefghijklm abcdefghijklmnopqrstuvwxyz adminadmin adminadmin123 administrateur
  adminpassword alphabetagamma aqswdefrgt asdasdasdasd asdf1234asdf asdfasdfasdf asdfghjklqwertyuiop asdfghjklzxcvbnm
  asdfjkl;asdf asdfqwer1234 azertyuiop azertyuiop123 blackberry bobbybobby bollywood1 california changemenow
  chelseafc1 christopher cooperation defaultpassword dragonball dragonballz electronic elizabeth1 engineering
  enterenter footballer forgetpassword fuckyoufuckyou ghjkghjkghjk godisgood1 googlegoogle guestguest harrypotter
  hellohello helloworld helloworld1 helloworld123 iamtheking iloveyou2u iloveyouforever iloveyousomuch jonathan12
  justinbieber letmeinnow letmeinplease liverpoolfc logmein123 loveisblind loveisgood lovelove123 lovelovelove
  loveyou123 manchester manchesterunited masterkey1 masterkey123 masterpassword metallica1 microsoft1 motherfucker
  mynameis123 mypassword mypassword1 mypassword123 mypasswordis newpassword nopassword nothingness opensesame
  pass1234pass passpasspass passphrase passwordpassword photoshop1 q1w2e3r4t5 q1w2e3r4t5y6 qawsedrftg
  qazwsxedc123 qazwsxedcr qazwsxedcrfv qazxswedcvfr qqqqqqqqqq qweasdzxc123 qweqweqweqwe qwer123456 qwer1234qwer
  qwerasdfzxcv qwert12345 qwertyqwerty qwertyuiopasdfghjkl qwertzuiop secretpassword secretsecret septembers
  snowboarding superpassword supersecret superstar1 temporary1 temppassword test1234test testpassword testtest123
  testtesttest thisisapassword thisismypassword trustno1trustno1 unbelievable universal1 valentina1 volleyball
  welcomehome woaini1314 woaini5201314 x1x2x3x4x5 xxxxxxxxxx yourpassword zaq12wsxcde3 zaq1zaq1zaq1 zaqxswcdevfr
  zxcvbnmasdfghjkl zxcvzxcvzxcv zzzzzzzzzz`;

const decorated = `
  abc abcd abcdef access admin administrator alexander amanda america andrea andrew angel anthony apple asdf asdfgh
  asdfghjkl ashley august austin autumn azerty babygirl backup banana barcelona baseball basketball batman benjamin
  blink buster butterfly changeit changeme charlie chelsea chocolate computer cookie daniel december default demo
  diamond dragon eminem facebook family february ferrari flower football freedom friday friends fuckyou gamer george
  ginger google guest hannah hello hockey hunter iloveyou internet january jennifer jessica jesus jordan joshua july
  june killer letmein liverpool login london love lovely loveme lovers madison manager march maria master matrix
  matthew mercedes michael michelle monday monkey mustang myspace naruto nicole nothing november october oracle orange
  p@$$w0rd p@ssw0rd p@ssword pa$$w0rd pa$$word pass passw0rd passwd password passwort pepper pokemon postgres princess purple
  qazwsx qwerty qwertyui qwertyuiop qwertz ranger robert rockyou root samantha samsung saturday secret september
  shadow soccer spiderman spring starwars summer sunday sunshine superman superuser support system temp tennis test
  tester testing thomas tigger toor trustno tuesday user username victoria welcome whatever william winter yellow
  zaqwsx zxcvbn zxcvbnm`;

const wordsOf = (text: string): string[] => text.trim().toLowerCase().split(/\s+/);

export const commonPasswords: ReadonlySet<string> = new Set([...wordsOf(whole), ...wordsOf(decorated)]);
